package oropos.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import oropos.people.Account;
import oropos.people.Entrance;
import oropos.people.People;
import oropos.people.SignedIn;
import oropos.web.provider.Provider;

/// Signing in by an organisation's provider of identities, where one is set up.
///
/// The provider stands for the password and, only where the operator said so and the provider says that
/// it asked for more than a password, for the authenticator app. Where the account has an app, its code is
/// asked for here before anything is opened.
@Admits(anyone = true)
@Controller
class ProviderPage {

    /// Ways of showing who one is that are more than a password (RFC 8176).
    private static final Set<String> STRONG = Set.of("mfa", "otp", "hwk", "fpt", "face", "sc");

    /// By how much clocks may differ where somebody had to show at the provider anew who they are.
    private static final Duration SKEW = Duration.ofSeconds(5);

    private static final String NOT = "That did not work. Nobody signed in.";

    private final WebSettings settings;
    private final People people;
    private final Flows flows;
    private @Nullable Provider provider;

    ProviderPage(WebSettings settings, People people, Flows flows) {
        this.settings = settings;
        this.people = people;
        this.flows = flows;
    }

    /// On the way to the provider.
    ///
    /// @param again whether somebody who is signed in shows anew who they are
    private record Away(Provider.Begun begun, String to, boolean again, Instant at) {}

    /// Back, and known; the code of the app is still to come.
    private record Known(Account account, String to, boolean again) {}

    private synchronized Provider provider() {
        String issuer = settings.provider();
        if (issuer == null) {
            throw ArticlePage.none();
        }
        Provider open = provider;
        if (open == null) {
            open = new Provider(issuer, settings.providerClient(), settings.providerSecret());
            provider = open;
        }
        return open;
    }

    @GetMapping("/sign-in/provider")
    String leave(
            @RequestParam(name = "to", required = false) @Nullable String to,
            @Nullable SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            Provider.Begun begun =
                    provider()
                            .begin(
                                    PeoplePages.server(request) + "/sign-in/provider/back",
                                    who != null);
            flows.begin(
                    new Away(begun, Gate.local(to, "/me"), who != null, Instant.now()),
                    request,
                    response);
            return "redirect:" + begun.address();
        } catch (Provider.Unwilling unwilling) {
            return refused(String.valueOf(unwilling.getMessage()), to, response, model);
        }
    }

    @GetMapping("/sign-in/provider/back")
    String back(
            @RequestParam(name = "code", defaultValue = "") String code,
            @RequestParam(name = "state", defaultValue = "") String state,
            @Nullable SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Provider asked = provider();
        Optional<Away> away =
                flows.take(Away.class, request)
                        .filter(one -> !code.isEmpty() && one.begun().state().equals(state))
                        .filter(one -> one.again() == (who != null));
        if (away.isEmpty()) {
            return refused(NOT, null, response, model);
        }
        Away begun = away.get();
        try {
            Provider.Identity identity = asked.end(begun.begun(), code, state);
            if (begun.again() && !isAnew(identity, begun.at())) {
                return refused(
                        "The provider did not ask again who is there.", null, response, model);
            }
            Optional<Account> account =
                    people.identities()
                            .account(identity.issuer(), identity.subject(), identity.email());
            if (account.isEmpty()) {
                return refused(
                        "Nobody was invited under that identity: an account here with the address the"
                                + " provider verified is needed first. Nobody signed in.",
                        null,
                        response,
                        model);
            }
            boolean factor =
                    settings.providerSecondFactor()
                            && identity.factors().stream().anyMatch(STRONG::contains);
            if (!factor && people.secondFactor().isOn(account.get().id())) {
                flows.begin(new Known(account.get(), begun.to(), begun.again()), request, response);
                return "provider-code";
            }
            return in(account.get(), "", factor, begun.to(), who, request, response, model);
        } catch (Provider.Unwilling unwilling) {
            return refused(String.valueOf(unwilling.getMessage()), null, response, model);
        }
    }

    /// A provider that goes on with an earlier sign-in has not asked who is there.
    private static boolean isAnew(Provider.Identity identity, Instant begun) {
        Instant at = identity.authenticated();
        return at != null && !at.isBefore(begun.minus(SKEW));
    }

    @PostMapping("/sign-in/provider/code")
    String code(
            @RequestParam(name = "code", defaultValue = "") String code,
            @Nullable SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        provider();
        Optional<Known> known =
                flows.take(Known.class, request).filter(one -> one.again() == (who != null));
        return known.isEmpty()
                ? refused(NOT, null, response, model)
                : in(
                        known.get().account(),
                        code,
                        false,
                        known.get().to(),
                        who,
                        request,
                        response,
                        model);
    }

    private String in(
            Account account,
            String code,
            boolean factor,
            String to,
            @Nullable SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String agent = Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        return switch (people.signIns().vouched(account, code, factor, who, agent)) {
            case Entrance.In in -> {
                Stay.begin(in, request, response);
                yield "redirect:" + to;
            }
            case Entrance.Refused refused -> refused(NOT, to, response, model);
            case Entrance.Waits waits ->
                    refused(SignInPage.wait(waits.left()), to, response, model);
        };
    }

    private String refused(
            String words, @Nullable String to, HttpServletResponse response, Model model) {
        model.addAttribute("problem", words);
        model.addAttribute("to", Gate.local(to, "/me"));
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        return "sign-in";
    }
}
