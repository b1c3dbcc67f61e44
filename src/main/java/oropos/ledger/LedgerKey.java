package oropos.ledger;

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

/// The Ed25519 key with which a data folder signs the end of its ledger (RFC 8032), apart from the key
/// of receipts: whoever checks the one needs nothing of the other.
final class LedgerKey {

    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey secret;
    private final String open;

    private LedgerKey(PrivateKey secret, PublicKey open) {
        this.secret = secret;
        this.open = Base64.getEncoder().encodeToString(open.getEncoded());
    }

    /// The key of a data folder, made on first use and readable by its owner only.
    static LedgerKey of(Path dataFolder) {
        Path file = dataFolder.resolve("keys").resolve("ledger.ed25519");
        try {
            if (Files.notExists(file)) {
                make(file);
            }
            return read(file);
        } catch (IOException | GeneralSecurityException | RuntimeException broken) {
            throw new LedgerException("the key of the ledger cannot be used", file, broken);
        }
    }

    private static LedgerKey read(Path file) throws IOException, GeneralSecurityException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
        KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
        LedgerKey key =
                new LedgerKey(
                        factory.generatePrivate(
                                new PKCS8EncodedKeySpec(
                                        Base64.getDecoder().decode(lines.getFirst()))),
                        factory.generatePublic(
                                new X509EncodedKeySpec(
                                        Base64.getDecoder().decode(lines.getLast()))));
        if (!holds(key.open, "probe", key.sign("probe"))) {
            throw new IOException("its two halves do not belong together");
        }
        return key;
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), "ledger", ".new");
        try {
            if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
            }
            Files.write(
                    fresh,
                    List.of(
                            Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()),
                            Base64.getEncoder().encodeToString(pair.getPublic().getEncoded())),
                    StandardCharsets.US_ASCII);
            try {
                // never over a key that another process made meanwhile
                Files.createLink(file, fresh);
            } catch (FileAlreadyExistsException other) {
                // that one is used
            } catch (UnsupportedOperationException noLinks) {
                Files.move(fresh, file);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// The public half, base64 of its X.509 form.
    String open() {
        return open;
    }

    String sign(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the key of the ledger cannot sign", impossible);
        }
    }

    static boolean holds(String open, String text, String signature) {
        try {
            byte[] encoded = Base64.getDecoder().decode(open);
            PublicKey key =
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePublic(new X509EncodedKeySpec(encoded));
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return Arrays.equals(key.getEncoded(), encoded)
                    && check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            return false;
        }
    }
}
