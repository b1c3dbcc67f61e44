package oropos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import oropos.people.Account;
import oropos.people.AccountId;
import oropos.people.NewAccount;
import oropos.people.Notice;
import oropos.people.People;
import oropos.people.Role;

/// Every address as everybody: route by role by owner. A route without a row in `access.tsv` fails.
@SpringBootTest(
        classes = TestHouse.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "oropos.quota=1000000")
class AccessTests {

    private static final Path TABLE = Path.of("src/test/resources/web/access.tsv");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Autowired People people;
    @LocalServerPort int port;

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Map<String, Account> actors = new LinkedHashMap<>();
    private String form = "";
    private final Map<String, String> stays = new LinkedHashMap<>();
    private String token = "";

    /// @param roles null where anyone is admitted, empty where signing in is enough
    record Row(String method, String path, @Nullable Set<Role> roles, boolean fresh, boolean own) {

        static Row of(String line) {
            String[] cells = line.split("\t", -1);
            Set<Role> roles =
                    switch (cells[2]) {
                        case "anyone" -> null;
                        case "signed-in" -> Set.of();
                        default ->
                                Arrays.stream(cells[2].split(","))
                                        .map(code -> Role.of(code).orElseThrow())
                                        .collect(Collectors.toSet());
                    };
            return new Row(
                    cells[0], cells[1], roles, cells[3].equals("fresh"), cells[4].equals("own"));
        }

        String address() {
            return method + " " + path;
        }

        boolean admits(@Nullable Account account) {
            if (roles == null) {
                return true;
            }
            return account != null
                    && (roles.isEmpty() || account.roles().stream().anyMatch(roles::contains));
        }
    }

    private static List<Row> table() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(Row::of)
                .toList();
    }

    private Map<String, List<HandlerMethod>> declared() {
        Map<String, List<HandlerMethod>> all = new TreeMap<>();
        routes.getHandlerMethods()
                .forEach((info, method) -> {
                    Set<String> methods = new TreeSet<>();
                    info.getMethodsCondition().getMethods().forEach(m -> methods.add(m.name()));
                    if (methods.isEmpty()) {
                        methods.add("ANY");
                    }
                    for (String one : methods) {
                        for (String path : info.getPatternValues()) {
                            all.computeIfAbsent(one + " " + path, key -> new ArrayList<>())
                                    .add(method);
                        }
                    }
                });
        return all;
    }

    @BeforeEach
    void meet() throws Exception {
        for (Role role : Role.values()) {
            actors.put(role.code(), actor(role.code(), EnumSet.of(role)));
        }
        actors.put("no role", actor("no-role", Set.of()));
        HttpResponse<String> page = send("GET", "/sign-in", "");
        form =
                page.headers().allValues("Set-Cookie").stream()
                        .filter(cookie -> cookie.startsWith("form="))
                        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                        .findFirst()
                        .orElseThrow();
        token = Browserless.page(page).select("input[name=_csrf]").attr("value");
    }

    private Account actor(String name, Set<Role> roles) {
        Account account =
                people.named(name)
                        .orElseGet(() ->
                                people.add(NewAccount.of(name, "The " + name), AccountId.OPERATOR));
        return people.setRoles(account.id(), roles, AccountId.OPERATOR);
    }

    private HttpResponse<String> send(String method, String path, String cookies)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Accept", "text/html");
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        if (method.equals("POST")) {
            boolean json = path.startsWith("/api/");
            request.header(
                            "Content-Type",
                            json ? "application/json" : "application/x-www-form-urlencoded")
                    .POST(
                            BodyPublishers.ofString(
                                    json ? "{}" : "_csrf=" + Browserless.encoded(token)));
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(Row row, String path, @Nullable Account as) throws Exception {
        String method = row.method().equals("ANY") ? "GET" : row.method();
        return send(method, path, form + (as == null ? "" : "; stay=" + stay(as)));
    }

    /// One stay for each account, and a new one where an address ended it.
    private String stay(Account as) {
        return stays.compute(
                as.id().text(),
                (any, known) ->
                        known != null && people.signIns().signedIn(known).isPresent()
                                ? known
                                : people.signIns().begin(as.id(), true, "test").secret());
    }

    @Test
    void everyRouteHasARowAndEveryRowARoute() throws IOException {
        assertThat(table().stream().map(Row::address))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(declared().keySet());
    }

    @Test
    void whatStandsBesideAPageIsWhatTheTableSays() throws IOException {
        Map<String, List<HandlerMethod>> declared = declared();
        for (Row row : table()) {
            for (HandlerMethod method : declared.getOrDefault(row.address(), List.of())) {
                Admits admits = Gate.declared(method).orElseThrow();
                Set<Role> roles = admits.anyone() ? null : Set.of(admits.value());
                assertThat(roles).as(row.address()).isEqualTo(row.roles());
                assertThat(admits.fresh()).as(row.address()).isEqualTo(row.fresh());
            }
        }
    }

    @Test
    void everyRouteAdmitsWhomTheTableSaysAndNobodyElse() throws Exception {
        Map<String, @Nullable Account> everybody = new LinkedHashMap<>(actors);
        everybody.put("nobody", null);
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Row row : table()) {
            for (Map.Entry<String, @Nullable Account> who : everybody.entrySet()) {
                Account account = who.getValue();
                String path = row.path().replaceAll("\\{[^/]*}", "1");
                HttpResponse<String> response = send(row, path, account);
                String location = response.headers().firstValue("Location").orElse("");
                boolean in =
                        response.statusCode() != 403
                                && response.statusCode() != 405
                                && !location.contains("/sign-in")
                                && response.statusCode() < 500;
                tried++;
                if (in != row.admits(account)) {
                    wrong.add(
                            row.address()
                                    + " as "
                                    + who.getKey()
                                    + ": "
                                    + response.statusCode()
                                    + " "
                                    + location);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isEqualTo(table().size() * (Role.values().length + 2));
    }

    /// Addresses that name something of one person are tried by another one.
    @Test
    void whatIsSomebodysOwnIsNobodyElses() throws Exception {
        Account owner = actor("owner", EnumSet.of(Role.ADMINISTRATOR));
        for (Row row : table()) {
            if (!row.own()) {
                continue;
            }
            switch (row.address()) {
                case "POST /me/stays/{number}/end" -> {
                    var stay = people.signIns().begin(owner.id(), true, "owner's");
                    for (Account other : actors.values()) {
                        send(row, "/me/stays/" + stay.session().number() + "/end", other);
                        assertThat(people.signIns().signedIn(stay.secret())).isPresent();
                    }
                    send(row, "/me/stays/" + stay.session().number() + "/end", owner);
                    assertThat(people.signIns().signedIn(stay.secret())).isEmpty();
                }
                case "POST /me/leave/{number:[0-9]{1,12}}/cancel" -> {
                    LocalDate day = LocalDate.parse("2999-01-01");
                    long number = people.leaves().take(owner.id(), day, day).number();
                    for (Account other : actors.values()) {
                        if (!other.id().equals(owner.id())) {
                            send(row, "/me/leave/" + number + "/cancel", other);
                        }
                    }
                    assertThat(people.leaves().of(owner.id(), day)).hasSize(1);
                    send(row, "/me/leave/" + number + "/cancel", owner);
                    assertThat(people.leaves().of(owner.id(), day)).isEmpty();
                }
                case "POST /inbox/{number:[0-9]{1,12}}" -> {
                    people.inbox()
                            .deliver(
                                    List.of(
                                            Notice.of(
                                                    owner.id(),
                                                    "test",
                                                    Notice.Urgency.DAILY,
                                                    "News.",
                                                    "A page",
                                                    "/about",
                                                    Instant.now())));
                    long number = people.inbox().of(owner.id()).getFirst().number();
                    for (Account other : actors.values()) {
                        if (!other.id().equals(owner.id())) {
                            assertThat(send(row, "/inbox/" + number, other).statusCode())
                                    .isEqualTo(404);
                        }
                    }
                    assertThat(people.inbox().unseen(owner.id())).isOne();
                    send(row, "/inbox/" + number, owner);
                    assertThat(people.inbox().unseen(owner.id())).isZero();
                }
                case "POST /me/passkeys/{number:[0-9]{1,12}}/remove" -> {
                    people.passkeys().add(owner.id(), "id" + System.nanoTime(), "mine", "{}");
                    long number = people.passkeys().of(owner.id()).getFirst().number();
                    for (Account other : actors.values()) {
                        if (!other.id().equals(owner.id())) {
                            send(row, "/me/passkeys/" + number + "/remove", other);
                        }
                    }
                    assertThat(people.passkeys().of(owner.id())).hasSize(1);
                    send(row, "/me/passkeys/" + number + "/remove", owner);
                    assertThat(people.passkeys().of(owner.id())).isEmpty();
                }
                default ->
                        throw new AssertionError(
                                "say here how another person tries " + row.address());
            }
        }
    }

    @Test
    void aStaleFormIsRefusedWhoeverSendsIt() throws Exception {
        String stay =
                people.signIns()
                        .begin(
                                actor("administrator", EnumSet.of(Role.ADMINISTRATOR)).id(),
                                true,
                                "test")
                        .secret();
        token = "forged";
        for (Row row : table()) {
            if (row.method().equals("POST") && !row.path().startsWith("/api/")) {
                String path = row.path().replaceAll("\\{[^/]*}", "1");
                assertThat(send("POST", path, form + "; stay=" + stay).statusCode())
                        .as(row.address())
                        .isEqualTo(403);
            }
        }
    }
}
