package oropos.answer;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether a record that was read from a file has everything it must have: JSON leaves out what it
/// likes, and a list that is null would be met far from here.
final class WholeRecord {

    private static final ClassValue<List<Field>> FIELDS =
            new ClassValue<>() {
                @Override
                protected List<Field> computeValue(Class<?> type) {
                    return Field.of(type);
                }
            };

    private WholeRecord() {}

    /// The first field that is null and may not be, as `bottomLine.lead[0].text`.
    static Optional<String> missing(Record record) {
        return missing("", record);
    }

    private static Optional<String> missing(String path, Record record) {
        for (Field field : FIELDS.get(record.getClass())) {
            Object value = field.of(record);
            if (value == null && field.mayBeAbsent()) {
                continue;
            }
            String name = path.isEmpty() ? field.name() : path + "." + field.name();
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
                            .flatMap(entry ->
                                    inside(name + "." + entry.getKey(), entry.getValue()).stream())
                            .findFirst();
            default -> Optional.empty();
        };
    }

    private record Field(String name, Method accessor, boolean mayBeAbsent) {

        static List<Field> of(Class<?> type) {
            List<Field> fields = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                fields.add(
                        new Field(
                                component.getName(),
                                component.getAccessor(),
                                component.getAnnotatedType().isAnnotationPresent(Nullable.class)));
            }
            return fields;
        }

        @Nullable Object of(Record record) {
            try {
                return accessor.invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record's component can always be read", e);
            }
        }
    }
}
