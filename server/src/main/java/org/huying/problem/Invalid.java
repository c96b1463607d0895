package org.huying.problem;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.BindException;
import org.springframework.validation.Errors;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/// All fields that break a constraint, in one answer. Messages come in the caller's language from the validator.
final class Invalid {
    /// A hundred thousand wrong elements are not answered with a hundred thousand sentences.
    private static final int LISTED = 100;

    private Invalid() {}

    static ProblemException of(BindException exception) {
        return problem(errors("", exception));
    }

    static ProblemException of(HandlerMethodValidationException exception) {
        if (exception.isForReturnValue()) {
            return Problem.INTERNAL.plain();
        }
        var errors = new ArrayList<FieldError>();
        for (var result : exception.getParameterValidationResults()) {
            if (result instanceof ParameterErrors nested) {
                errors.addAll(errors(prefix(nested), nested));
            } else {
                var name = name(result.getMethodParameter());
                result.getResolvableErrors().forEach(error -> errors.add(error(name, error)));
            }
        }
        return problem(errors);
    }

    /// What the caller has to call it, where the handler calls it otherwise.
    private static String name(MethodParameter parameter) {
        var named = parameter.getParameterAnnotation(RequestParam.class);
        return named == null || named.name().isEmpty()
                ? String.valueOf(parameter.getParameterName())
                : named.name();
    }

    private static String prefix(ParameterErrors nested) {
        return nested.getContainerIndex() == null ? "" : "[" + nested.getContainerIndex() + "].";
    }

    private static List<FieldError> errors(String prefix, Errors found) {
        var errors = new ArrayList<FieldError>();
        found.getFieldErrors()
                .forEach(error -> errors.add(error(prefix + error.getField(), error)));
        found.getGlobalErrors().forEach(error -> errors.add(error(prefix + "$", error)));
        return errors;
    }

    private static FieldError error(String path, MessageSourceResolvable error) {
        var message = error.getDefaultMessage();
        if (error instanceof org.springframework.validation.FieldError field
                && field.isBindingFailure()) {
            return new FieldError(
                    path, "wrong-type", "值的类型或格式不对", "The value has the wrong type or form");
        }
        var code = code(error);
        if (code.equals("pattern")) {
            return new FieldError(path, code, "格式不对", "The form is not right");
        }
        var text = message == null ? "" : message;
        return new FieldError(path, code, text, text);
    }

    private static String code(MessageSourceResolvable error) {
        var codes = error.getCodes();
        var constraint =
                error instanceof ObjectError object && object.getCode() != null
                        ? object.getCode()
                        : codes == null || codes.length == 0 ? "invalid" : codes[codes.length - 1];
        return constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }

    private static ProblemException problem(List<FieldError> errors) {
        return Problem.INVALID
                .with(
                        "有 %d 处内容不符合要求".formatted(errors.size()),
                        "%d field(s) do not meet the requirements".formatted(errors.size()))
                .and(errors.stream().limit(LISTED).toList());
    }
}
