package oropos.web.passkey;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import oropos.people.Passkey;
import oropos.people.People;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Passkeys as the WebAuthn library reads and writes them, over those of people.
final class Keys implements UserCredentialRepository {

    private static final JsonMapper JSON = new JsonMapper();

    private final People people;

    Keys(People people) {
        this.people = people;
    }

    /// A passkey that may not be kept.
    @SuppressWarnings("serial")
    static final class Refused extends RuntimeException {
        Refused(IllegalArgumentException why) {
            super(why.getMessage(), why);
        }
    }

    @Override
    public void save(CredentialRecord key) {
        String credential = key.getCredentialId().toBase64UrlString();
        if (people.passkeys().find(credential).isPresent()) {
            people.passkeys().used(credential, written(key));
            return;
        }
        try {
            people.passkeys()
                    .add(
                            Owners.account(key.getUserEntityUserId()),
                            credential,
                            key.getLabel(),
                            written(key));
        } catch (IllegalArgumentException why) {
            throw new Refused(why);
        }
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return people.passkeys().find(id.toBase64UrlString()).map(Keys::read).orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes owner) {
        return people.passkeys().of(Owners.account(owner)).stream().map(Keys::read).toList();
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("a passkey is removed by its person");
    }

    private static String written(CredentialRecord key) {
        ObjectNode node = JSON.createObjectNode();
        node.put("publicKey", new Bytes(key.getPublicKey().getBytes()).toBase64UrlString());
        node.put("count", key.getSignatureCount());
        node.put("verified", key.isUvInitialized());
        node.put("backupEligible", key.isBackupEligible());
        node.put("backedUp", key.isBackupState());
        node.put("attestation", text(key.getAttestationObject()));
        node.put("clientData", text(key.getAttestationClientDataJSON()));
        key.getTransports().forEach(one -> node.withArray("transports").add(one.getValue()));
        return JSON.writeValueAsString(node);
    }

    private static @Nullable String text(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.toBase64UrlString();
    }

    private static CredentialRecord read(Passkey passkey) {
        JsonNode node = JSON.readTree(passkey.record());
        Set<AuthenticatorTransport> transports = new HashSet<>();
        node.path("transports")
                .forEach(one -> transports.add(AuthenticatorTransport.valueOf(one.asString())));
        ImmutableCredentialRecord.ImmutableCredentialRecordBuilder key =
                ImmutableCredentialRecord.builder()
                        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                        .credentialId(Bytes.fromBase64(passkey.credential()))
                        .userEntityUserId(Owners.handle(passkey.account()))
                        .publicKey(
                                new ImmutablePublicKeyCose(
                                        Bytes.fromBase64(node.path("publicKey").asString())
                                                .getBytes()))
                        .signatureCount(node.path("count").asLong())
                        .uvInitialized(node.path("verified").asBoolean())
                        .backupEligible(node.path("backupEligible").asBoolean())
                        .backupState(node.path("backedUp").asBoolean())
                        .transports(transports)
                        .created(passkey.added())
                        .lastUsed(passkey.used() == null ? passkey.added() : passkey.used())
                        .label(passkey.label());
        if (node.path("attestation").isString()) {
            key.attestationObject(Bytes.fromBase64(node.path("attestation").asString()));
        }
        if (node.path("clientData").isString()) {
            key.attestationClientDataJSON(Bytes.fromBase64(node.path("clientData").asString()));
        }
        return key.build();
    }
}
