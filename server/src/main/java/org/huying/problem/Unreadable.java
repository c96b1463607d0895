package org.huying.problem;

import java.util.List;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;

/// A body that is not JSON is unreadable; JSON with unknown or mistyped fields is invalid, and says where.
final class Unreadable {
    private Unreadable() {}

    static ProblemException of(HttpMessageNotReadableException exception) {
        return switch (exception.getCause()) {
            case ProblemException own -> own;
            case StreamConstraintsException _ -> Problem.TOO_LARGE.plain();
            case PropertyBindingException unknown ->
                    field(unknown, "unknown-field", "不认识的字段", "This field is not known");
            case MismatchedInputException wrong ->
                    field(wrong, "wrong-type", "值的类型或格式不对", "The value has the wrong type or form");
            case DatabindException wrong when wrong.getCause() instanceof ProblemException own ->
                    own;
            case DatabindException wrong ->
                    field(wrong, "invalid", "值不符合要求", "The value is not valid");
            case StreamReadException syntax -> syntax(syntax);
            case null, default ->
                    Problem.UNREADABLE.with("请求体缺失或无法读取", "The body is missing or cannot be read");
        };
    }

    private static ProblemException syntax(StreamReadException syntax) {
        var at = syntax.getLocation();
        if (at == null) {
            return Problem.UNREADABLE.plain();
        }
        return Problem.UNREADABLE.with(
                "JSON 第 %d 行第 %d 列有误".formatted(at.getLineNr(), at.getColumnNr()),
                "The JSON is wrong at line %d, column %d"
                        .formatted(at.getLineNr(), at.getColumnNr()));
    }

    private static ProblemException field(
            JacksonException exception, String code, String zh, String en) {
        var path = path(exception.getPath());
        return Problem.INVALID
                .with("字段 %s：%s".formatted(path, zh), "Field %s: %s".formatted(path, en))
                .and(List.of(new FieldError(path, code, zh, en)));
    }

    private static String path(List<JacksonException.Reference> references) {
        var path = new StringBuilder();
        for (var reference : references) {
            var name = reference.getPropertyName();
            if (name == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.isEmpty() ? "$" : path.toString();
    }
}
