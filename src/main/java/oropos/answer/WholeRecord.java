package oropos.answer;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether a record that was read from a file has everything it must have: JSON leaves out what it
/// likes, and a list that is null would be met far from here.
final class WholeRecord {

    private WholeRecord() {}

    /// The first field that is null and may not be, as `bottomLine.lead[0].text`.
    static Optional<String> missing(Record record) {
        return missing("", record);
    }

    private static Optional<String> missing(String path, Record record) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String name = path.isEmpty() ? component.getName() : path + "." + component.getName();
            Object value = valueOf(record, component);
            if (value == null) {
                if (!mayBeAbsent(component)) {
                    return Optional.of(name);
                }
                continue;
            }
            Optional<String> inside = inside(name, value);
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> inside(String name, @Nullable Object value) {
        return switch (value) {
            case null -> Optional.of(name);
            case Record inner -> missing(name, inner);
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    Optional<String> found = inside(name + "[" + i + "]", list.get(i));
                    if (found.isPresent()) {
                        yield found;
                    }
                }
                yield Optional.empty();
            }
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .filter(entry -> entry.getValue() == null)
                            .map(entry -> name + "." + entry.getKey())
                            .findFirst();
            default -> Optional.empty();
        };
    }

    private static boolean mayBeAbsent(RecordComponent component) {
        AnnotatedElement type = component.getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object valueOf(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's component can always be read", e);
        }
    }
}
