package oropos.web.provider;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/// A provider of identities, spoken to by the code flow of OpenID Connect with PKCE, state and nonce. Its
/// own description is fetched when somebody first signs in by it, so that the server starts without it.
public final class Provider {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String issuer;
    private final String client;
    private final String secret;
    private final OidcAuthorizationCodeAuthenticationProvider codes;
    private @Nullable ClientRegistration known;

    public Provider(String issuer, String client, String secret) {
        this.issuer = issuer;
        this.client = client;
        this.secret = secret;
        this.codes =
                new OidcAuthorizationCodeAuthenticationProvider(
                        new RestClientAuthorizationCodeTokenResponseClient(),
                        new OidcUserService());
    }

    /// A way to the provider that was begun.
    ///
    /// @param address where the browser is sent
    /// @param state comes back with the browser
    public record Begun(String address, String state, OAuth2AuthorizationRequest request) {}

    /// Whom the provider names.
    ///
    /// @param email only where the provider says that it verified it
    /// @param authenticated when the person showed there who they are, where it says so
    /// @param factors the ways in which they did, as RFC 8176 has them
    public record Identity(
            String issuer,
            String subject,
            @Nullable String email,
            @Nullable Instant authenticated,
            List<String> factors) {}

    /// What did not work, in words without anything secret.
    @SuppressWarnings("serial")
    public static final class Unwilling extends Exception {
        Unwilling(String words, @Nullable Throwable cause) {
            super(words, cause);
        }
    }

    private synchronized ClientRegistration registration() throws Unwilling {
        ClientRegistration here = known;
        if (here == null) {
            try {
                here =
                        ClientRegistrations.fromIssuerLocation(issuer)
                                .registrationId("provider")
                                .clientId(client)
                                .clientSecret(secret)
                                .scope("openid", "email", "profile")
                                .build();
            } catch (RuntimeException unreachable) {
                throw new Unwilling("The provider cannot be reached now.", unreachable);
            }
            known = here;
        }
        return here;
    }

    /// @param back where the browser comes back to
    /// @param again whether the person has to show there anew who they are
    public Begun begin(String back, boolean again) throws Unwilling {
        ClientRegistration registration = registration();
        String nonce = drawn();
        Map<String, Object> more = new HashMap<>();
        more.put(OidcParameterNames.NONCE, hash(nonce));
        if (again) {
            more.put("prompt", "login");
            more.put("max_age", "0");
        }
        OAuth2AuthorizationRequest.Builder request =
                OAuth2AuthorizationRequest.authorizationCode()
                        .authorizationUri(
                                Objects.requireNonNull(
                                        registration.getProviderDetails().getAuthorizationUri()))
                        .clientId(client)
                        .redirectUri(back)
                        .scopes(registration.getScopes())
                        .state(drawn())
                        .additionalParameters(more)
                        .attributes(all -> {
                            all.put("registration_id", "provider");
                            all.put(OidcParameterNames.NONCE, nonce);
                        });
        OAuth2AuthorizationRequestCustomizers.withPkce().accept(request);
        OAuth2AuthorizationRequest made = request.build();
        return new Begun(
                made.getAuthorizationRequestUri(), Objects.requireNonNull(made.getState()), made);
    }

    /// Reads who came back: the code is handed in, the token's signature, issuer, audience, times and nonce
    /// are checked.
    public Identity end(Begun begun, String code, String state) throws Unwilling {
        OAuth2AuthorizationResponse response =
                OAuth2AuthorizationResponse.success(code)
                        .redirectUri(Objects.requireNonNull(begun.request().getRedirectUri()))
                        .state(state)
                        .build();
        try {
            Object principal =
                    Objects.requireNonNull(
                                    codes.authenticate(
                                            new OAuth2LoginAuthenticationToken(
                                                    registration(),
                                                    new OAuth2AuthorizationExchange(
                                                            begun.request(), response))))
                            .getPrincipal();
            if (!(principal instanceof OidcUser user)) {
                throw new Unwilling("The provider named nobody.", null);
            }
            List<String> factors = user.getAuthenticationMethods();
            return new Identity(
                    String.valueOf(user.getIssuer()),
                    Objects.requireNonNull(user.getSubject()),
                    Boolean.TRUE.equals(user.getEmailVerified()) ? user.getEmail() : null,
                    user.getAuthenticatedAt(),
                    factors == null ? List.of() : List.copyOf(factors));
        } catch (AuthenticationException | IllegalArgumentException refused) {
            throw new Unwilling("The provider did not vouch for anybody.", refused);
        }
    }

    private static String drawn() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// What the provider is told of the nonce.
    private static String hash(String nonce) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            java.security.MessageDigest.getInstance("SHA-256")
                                    .digest(
                                            nonce.getBytes(
                                                    java.nio.charset.StandardCharsets.US_ASCII)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
