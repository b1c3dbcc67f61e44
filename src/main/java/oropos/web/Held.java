package oropos.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import oropos.people.AccountId;

/// A form that was sent while its person had first to show who they are. It is kept for that browser and
/// that person, and sent again by them with one key; nothing is sent by itself.
///
/// @param path where it goes
record Held(AccountId account, String path, List<Field> fields) implements Flows.Weighs {

    /// One field as it was filled.
    record Field(String name, String value) {}

    /// Fields of secrets: a form with one is not kept.
    private static final Set<String> SECRET = Set.of("password", "code", "credential", "secret");

    Held {
        fields = List.copyOf(fields);
    }

    @Override
    public int characters() {
        return fields.stream().mapToInt(one -> one.name().length() + one.value().length()).sum();
    }

    static Optional<Held> of(AccountId account, HttpServletRequest request) {
        List<Field> fields = new ArrayList<>();
        for (Map.Entry<String, String[]> one : request.getParameterMap().entrySet()) {
            if (SECRET.contains(one.getKey())) {
                return Optional.empty();
            }
            for (String value : one.getKey().equals("_csrf") ? new String[0] : one.getValue()) {
                fields.add(new Field(one.getKey(), value));
            }
        }
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new Held(account, request.getRequestURI(), fields));
    }
}
