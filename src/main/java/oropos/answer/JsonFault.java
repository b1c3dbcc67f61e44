package oropos.answer;

import java.util.Collection;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// What is wrong with a file that should hold an answer, for somebody who knows JSON and nothing of
/// the program that reads it.
final class JsonFault {

    private JsonFault() {}

    /// "at bottomLine.lead[0].text: text is expected there".
    static String words(JacksonException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException unknown ->
                    place(unknown) + "no answer has a field of this name";
            case MismatchedInputException other when other.getTargetType() == null ->
                    place(other) + "something else is expected there";
            case MismatchedInputException other ->
                    place(other) + expected(other.getTargetType()) + " is expected there";
            case DatabindException other -> place(other) + "something else is expected there";
            case StreamConstraintsException _ ->
                    "it nests deeper than "
                            + AnswerJson.DEEPEST
                            + ", or has a text or a number longer than an answer has";
            case InputCoercionException number -> at(number) + "a number is out of range";
            case UnexpectedEndOfInputException _ -> "it ends in the middle";
            default ->
                    at(fault)
                            + "it is not well-formed JSON, ends in the middle, or holds a field twice";
        };
    }

    private static String expected(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a whole number";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    private static String place(DatabindException fault) {
        String path =
                fault.getPath().stream()
                        .map(step ->
                                step.getPropertyName() == null
                                        ? "[" + step.getIndex() + "]"
                                        : "." + step.getPropertyName())
                        .collect(Collectors.joining());
        return path.isEmpty()
                ? ""
                : "at " + (path.startsWith(".") ? path.substring(1) : path) + ": ";
    }

    private static String at(JacksonException fault) {
        if (fault.getLocation() == null) {
            return "";
        }
        return "at line "
                + fault.getLocation().getLineNr()
                + ", character "
                + fault.getLocation().getColumnNr()
                + ": ";
    }
}
