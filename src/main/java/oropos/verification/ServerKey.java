package oropos.verification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The Ed25519 key pair with which a server signs its receipts (RFC 8032). Ed25519 signatures are
/// deterministic: the same receipt is signed with the same bytes.
public final class ServerKey {

    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey secret;
    private final PublicKey open;

    private ServerKey(PrivateKey secret, PublicKey open) {
        this.secret = secret;
        this.open = open;
    }

    /// A key for one process only, where the data folder cannot be written.
    public static ServerKey passing() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new ServerKey(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    /// The key of a data folder, made on first use and readable by its owner only.
    ///
    /// @throws IOException one sentence: which file, what is wrong with it, what to do
    public static ServerKey of(Path dataFolder) throws IOException {
        Path file = file(dataFolder);
        if (Files.notExists(file)) {
            try {
                write(file, passing());
            } catch (IOException e) {
                throw new IOException(
                        "The receipt key "
                                + file
                                + " cannot be made ("
                                + reason(e)
                                + "). Give this account the right to write there, or start with another data folder.",
                        e);
            }
        }
        return read(file);
    }

    /// The key of a data folder, where it has one. Makes none.
    ///
    /// @throws IOException one sentence: which file, what is wrong with it, what to do
    public static Optional<ServerKey> existing(Path dataFolder) throws IOException {
        Path file = file(dataFolder);
        return Files.notExists(file) ? Optional.empty() : Optional.of(read(file));
    }

    private static Path file(Path dataFolder) {
        return dataFolder.resolve("keys").resolve("receipts.ed25519");
    }

    private static ServerKey read(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new IOException(
                    "The receipt key "
                            + file
                            + " cannot be read ("
                            + reason(e)
                            + "). Give this account the right to read it, or restore it from a backup.",
                    e);
        }
        try {
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            ServerKey key =
                    new ServerKey(
                            factory.generatePrivate(new PKCS8EncodedKeySpec(decoded(lines.get(0)))),
                            factory.generatePublic(new X509EncodedKeySpec(decoded(lines.get(1)))));
            if (lines.size() == 2 && holds(key.open(), "probe", key.sign("probe"))) {
                return key;
            }
        } catch (GeneralSecurityException
                | IllegalArgumentException
                | IndexOutOfBoundsException e) {
            throw new IOException(damaged(file), e);
        }
        throw new IOException(damaged(file));
    }

    private static String damaged(Path file) {
        return file
                + " is not a receipt key. Restore it from a backup, or move it away to make a new"
                + " one; receipts of the old key then still verify, as signed by another key.";
    }

    private static String reason(IOException e) {
        String words = e.getMessage();
        String kind = e.getClass().getSimpleName().replaceAll("([a-z])([A-Z])", "$1 $2");
        return kind + (words == null ? "" : ": " + words);
    }

    private static void write(Path file, ServerKey key) throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), "receipts", ".new");
        try {
            if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
            }
            Files.write(
                    fresh,
                    List.of(
                            Base64.getEncoder().encodeToString(key.secret.getEncoded()),
                            Base64.getEncoder().encodeToString(key.open.getEncoded())),
                    StandardCharsets.US_ASCII);
            place(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// Never over a key that another process made meanwhile: its receipts would lose their signer.
    private static void place(Path fresh, Path file) throws IOException {
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException other) {
            return;
        } catch (UnsupportedOperationException | IOException noLinks) {
            if (Files.notExists(file)) {
                Files.move(fresh, file);
            }
        }
    }

    /// The public half, base64 of its X.509 form.
    public String open() {
        return Base64.getEncoder().encodeToString(open.getEncoded());
    }

    String sign(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the receipt key cannot sign", e);
        }
    }

    static boolean holds(String open, String text, String signature) {
        try {
            PublicKey key =
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePublic(new X509EncodedKeySpec(decoded(open)));
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return Arrays.equals(key.getEncoded(), decoded(open))
                    && check.verify(decoded(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /// Base64 has several spellings of the same bytes where bits are left over; only one is taken, so
    /// that no letter can be changed unseen.
    private static byte[] decoded(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (!Base64.getEncoder().encodeToString(bytes).equals(base64)) {
            throw new IllegalArgumentException("not in the one form of base64 that is taken");
        }
        return bytes;
    }
}
