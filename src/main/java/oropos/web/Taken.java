package oropos.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import oropos.consultation.Asking;
import oropos.question.Asked;
import oropos.question.TakenOut;
import oropos.terminology.Span;

/// The words taken out of the question a browser asked last, carried by that browser alone.
///
/// This server keeps no word of them. They travel in a cookie that is sealed with a key which is made
/// when the server starts and is written nowhere: nobody can read it in the browser's files, the server
/// reads it only with a request that brings it, and after ten minutes not at all (decision 52).
@Component
class Taken {

    static final String COOKIE = "taken";

    /// How long a false alarm can be restored.
    static final Duration KEPT = Duration.ofMinutes(10);

    /// Longest value of a cookie; browsers keep 4,096 bytes with its name and what belongs to it.
    static final int LONGEST = 3_800;

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Asking asking;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    @Autowired
    Taken(Asking asking) {
        this(asking, InstantSource.system());
    }

    Taken(Asking asking, InstantSource clock) {
        this.asking = asking;
        this.clock = clock;
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        this.key = new SecretKeySpec(bits, "AES");
    }

    /// Gives a browser what is taken out of the question it asks, in place of what it carried. To be called
    /// before the response is begun.
    void carry(Asked asked, HttpServletRequest request, HttpServletResponse response) {
        carry(asking.taken(asked), request, response);
    }

    void carry(TakenOut taken, HttpServletRequest request, HttpServletResponse response) {
        String sealed = taken.stretches().isEmpty() ? "" : sealed(taken);
        if (!sealed.isEmpty() && sealed.length() <= LONGEST) {
            set(sealed, KEPT, request, response);
        } else {
            drop(request, response);
        }
    }

    /// Takes what a browser carries away from it.
    void drop(HttpServletRequest request, HttpServletResponse response) {
        if (carried(request).isPresent()) {
            set("", Duration.ZERO, request, response);
        }
    }

    private static void set(
            String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path("/")
                        .maxAge(age)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .build()
                        .toString());
    }

    /// What was taken out of the question with this text, where this browser asked it last.
    Optional<TakenOut> of(String kept, HttpServletRequest request) {
        return carried(request).flatMap(sealed -> Optional.ofNullable(opened(sealed, kept)));
    }

    private static Optional<String> carried(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(one -> one.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST)
                .findFirst();
    }

    private String sealed(TakenOut taken) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(clock.instant().plus(KEPT).getEpochSecond());
            out.write(hash(taken.kept()));
            out.writeShort(taken.stretches().size());
            for (TakenOut.Stretch one : taken.stretches()) {
                out.writeShort(one.place().start());
                out.writeShort(one.place().end());
                out.writeUTF(one.kind());
                out.writeUTF(one.words());
                out.writeBoolean(one.restored());
            }
            byte[] nonce = new byte[NONCE];
            random.nextBytes(nonce);
            byte[] hidden = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(bytes.toByteArray());
            byte[] both = Arrays.copyOf(nonce, NONCE + hidden.length);
            System.arraycopy(hidden, 0, both, NONCE, hidden.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("what was taken out could not be sealed", e);
        }
    }

    /// Null where it was not sealed by this server, is too old, or belongs to another question.
    private @Nullable TakenOut opened(String sealed, String kept) {
        try {
            byte[] both = Base64.getUrlDecoder().decode(sealed);
            if (both.length <= NONCE) {
                return null;
            }
            byte[] bytes =
                    cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(both, NONCE))
                            .doFinal(both, NONCE, both.length - NONCE);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            boolean old = clock.instant().isAfter(Instant.ofEpochSecond(in.readLong()));
            if (old || !Arrays.equals(in.readNBytes(hash(kept).length), hash(kept))) {
                return null;
            }
            List<TakenOut.Stretch> stretches = new ArrayList<>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                stretches.add(
                        new TakenOut.Stretch(
                                new Span(in.readUnsignedShort(), in.readUnsignedShort()),
                                in.readUTF(),
                                in.readUTF(),
                                in.readBoolean()));
            }
            return new TakenOut(kept, stretches);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException foreign) {
            return null;
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] hash(String text) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
