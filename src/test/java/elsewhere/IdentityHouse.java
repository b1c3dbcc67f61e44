package elsewhere;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/// A provider of identities that a hospital might run: Spring Authorization Server with two people.
@NullMarked
@SpringBootConfiguration
@EnableAutoConfiguration
public class IdentityHouse {

    public static final String CLIENT = "oropos";
    public static final String SECRET = "a secret of two servers";

    /// @param port of the provider
    /// @param back where it may send browsers
    public static ConfigurableApplicationContext open(int port, String back) {
        SpringApplication house = new SpringApplication(IdentityHouse.class);
        return house.run(
                "--server.port=" + port,
                "--house.back=" + back,
                "--house.issuer=http://localhost:" + port,
                "--spring.main.banner-mode=off");
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                .formLogin(Customizer.withDefaults())
                .build();
    }

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(
                User.withUsername("ada").password("{noop}at the hospital").roles("ADMIN").build(),
                User.withUsername("eve").password("{noop}at the hospital").roles("ADMIN").build());
    }

    @Bean
    RegisteredClientRepository clients(Environment set) {
        return new InMemoryRegisteredClientRepository(
                RegisteredClient.withId("1")
                        .clientId(CLIENT)
                        .clientSecret("{noop}" + SECRET)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri(set.getRequiredProperty("house.back"))
                        .scope("openid")
                        .scope("email")
                        .scope("profile")
                        .build());
    }

    @Bean
    AuthorizationServerSettings settings(Environment set) {
        return AuthorizationServerSettings.builder()
                .issuer(set.getRequiredProperty("house.issuer"))
                .build();
    }

    @Bean
    JWKSource<SecurityContext> keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var pair = generator.generateKeyPair();
        return new ImmutableJWKSet<>(
                new JWKSet(
                        new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                                .privateKey((RSAPrivateKey) pair.getPrivate())
                                .keyID("key")
                                .build()));
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    /// Says of ada that her address is verified, of eve that hers is not, and of both that they are
    /// administrators: nobody may believe that.
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        return context -> {
            String name =
                    java.util.Objects.requireNonNull(
                                    context
                                            .<org.springframework.security.core.Authentication>
                                                    getPrincipal())
                            .getName();
            context.getClaims()
                    .claims(all ->
                            all.putAll(
                                    Map.of(
                                            "email", "ada@hospital.example",
                                            "email_verified", name.equals("ada"),
                                            "roles", List.of("administrator"),
                                            "amr", List.of("pwd", "otp"))));
        };
    }
}
