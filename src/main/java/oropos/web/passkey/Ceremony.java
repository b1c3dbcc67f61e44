package oropos.web.passkey;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import oropos.people.Account;
import oropos.people.AccountId;
import oropos.people.People;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Makes and checks passkeys for one address of this server.
///
/// A passkey is asked to verify its person (by a PIN, a finger, a face) each time: it is something one has
/// and something one knows or is, so it stands for password and app together.
public final class Ceremony {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private final Webauthn4JRelyingPartyOperations checks;
    private final Keys keys;

    /// @param host name of the server, without a port
    /// @param origin scheme, name and port, as browsers have it
    public Ceremony(People people, String host, String origin) {
        this.keys = new Keys(people);
        this.checks =
                new Webauthn4JRelyingPartyOperations(
                        new Owners(people),
                        keys,
                        PublicKeyCredentialRpEntity.builder().id(host).name("Oropos").build(),
                        Set.of(origin));
        checks.setCustomizeCreationOptions(options ->
                options.authenticatorSelection(
                        AuthenticatorSelectionCriteria.builder()
                                .residentKey(ResidentKeyRequirement.REQUIRED)
                                .userVerification(UserVerificationRequirement.REQUIRED)
                                .build()));
        checks.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    }

    /// A challenge to make a passkey.
    ///
    /// @param json for the browser
    public record Making(
            AccountId account, String json, PublicKeyCredentialCreationOptions options) {}

    /// A challenge to show one.
    public record Showing(String json, PublicKeyCredentialRequestOptions options) {}

    public Making make(Account account) {
        PublicKeyCredentialCreationOptions options =
                checks.createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(
                                UsernamePasswordAuthenticationToken.authenticated(
                                        account.name(),
                                        "",
                                        AuthorityUtils.createAuthorityList("member"))));
        return new Making(account.id(), JSON.writeValueAsString(options), options);
    }

    /// Keeps the passkey a browser made.
    ///
    /// @return whether it holds
    /// @throws IllegalArgumentException where it may not be kept, saying why
    public boolean made(Making making, String credential, String label) {
        if (label.isBlank()) {
            throw new IllegalArgumentException("Give the passkey a name.");
        }
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> shown =
                    JSON.readValue(credential, new TypeReference<>() {});
            checks.registerCredential(
                    new ImmutableRelyingPartyRegistrationRequest(
                            making.options(), new RelyingPartyPublicKey(shown, label)));
            return true;
        } catch (Keys.Refused refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
        } catch (JacksonException | IllegalArgumentException | NullPointerException unread) {
            return false;
        } catch (RuntimeException doesNotHold) {
            // the library has a type of exception for each thing that may be wrong with it
            return false;
        }
    }

    public Showing show() {
        PublicKeyCredentialRequestOptions options =
                checks.createCredentialRequestOptions(
                        new ImmutablePublicKeyCredentialRequestOptionsRequest(
                                new AnonymousAuthenticationToken(
                                        "oropos",
                                        "anybody",
                                        AuthorityUtils.createAuthorityList("anybody"))));
        return new Showing(JSON.writeValueAsString(options), options);
    }

    /// Whose passkey a browser showed, or null where it does not hold.
    public @Nullable AccountId shown(Showing showing, String credential) {
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> shown =
                    JSON.readValue(credential, new TypeReference<>() {});
            PublicKeyCredentialUserEntity owner =
                    checks.authenticate(
                            new RelyingPartyAuthenticationRequest(showing.options(), shown));
            return owner == null ? null : Owners.account(owner.getId());
        } catch (RuntimeException doesNotHold) {
            return null;
        }
    }
}
