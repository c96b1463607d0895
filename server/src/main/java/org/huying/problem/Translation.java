package org.huying.problem;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/// From exceptions of the framework to our problems.
final class Translation {
    /// What PostgreSQL says of input it cannot hold: characters (NUL), texts in `jsonb`, dates and times.
    private static final Set<String> UNSTORABLE = Set.of("22021", "22P05", "22007", "22008");

    private Translation() {}

    static ProblemException of(Exception exception) {
        return switch (exception) {
            case ProblemException own -> own;
            case HttpMessageNotReadableException unreadable -> Unreadable.of(unreadable);
            case BindException invalid -> Invalid.of(invalid);
            case HandlerMethodValidationException invalid -> Invalid.of(invalid);
            case MissingRequestValueException missing -> missing(missing);
            case MissingServletRequestPartException missing ->
                    missing("请求部分", "part", missing.getRequestPartName());
            case TypeMismatchException mismatch -> mismatch(mismatch);
            case HttpRequestMethodNotSupportedException method -> method(method);
            case MaxUploadSizeExceededException _ -> Problem.TOO_LARGE.plain();
            case MultipartException _ -> Problem.UNSUPPORTED_MEDIA.plain();
            case InvalidParameterException _ ->
                    Problem.UNREADABLE.with(
                            "地址里 ? 后面的写法不对",
                            "What stands behind the ? of the address is malformed");
            case AuthenticationException _ -> Problem.UNAUTHENTICATED.plain();
            case AccessDeniedException _ -> Problem.FORBIDDEN.plain();
            case CannotGetJdbcConnectionException _,
                    CannotCreateTransactionException _,
                    TransientDataAccessException _,
                    DataAccessResourceFailureException _ ->
                    Problem.OVERLOADED.plain().retryAfter(1);
            case DataAccessException data when unstorable(data) -> beyond();
            case DateTimeException _ -> beyond();
            case ErrorResponse response -> ofStatus(response.getStatusCode(), exception);
            case Exception other when other.getCause() instanceof ProblemException own -> own;
            case Exception _ -> Problem.INTERNAL.plain();
        };
    }

    private static boolean unstorable(DataAccessException exception) {
        return exception.getMostSpecificCause() instanceof SQLException sql
                && UNSTORABLE.contains(String.valueOf(sql.getSQLState()));
    }

    private static ProblemException beyond() {
        return Problem.UNREADABLE.with("有的值超出了能存下的范围", "A value is beyond what can be stored");
    }

    private static ProblemException missing(MissingRequestValueException missing) {
        return switch (missing) {
            case MissingRequestHeaderException header
                    when header.getHeaderName().equals(HttpHeaders.IF_MATCH) ->
                    Problem.VERSION_MISSING.plain();
            case MissingRequestHeaderException header ->
                    missing("请求头", "header", header.getHeaderName());
            case MissingServletRequestParameterException parameter ->
                    missing("参数", "parameter", parameter.getParameterName());
            default -> Problem.UNREADABLE.with("请求缺少必需的值", "A required value is missing");
        };
    }

    private static ProblemException missing(String zh, String en, String name) {
        return Problem.UNREADABLE.with(
                "缺少%s %s".formatted(zh, name), "The %s %s is missing".formatted(en, name));
    }

    private static ProblemException mismatch(TypeMismatchException mismatch) {
        var name =
                mismatch instanceof MethodArgumentTypeMismatchException argument
                        ? argument.getName()
                        : mismatch.getPropertyName();
        return Problem.UNREADABLE.with(
                "参数 %s 的值无法识别".formatted(name),
                "The value of %s cannot be understood".formatted(name));
    }

    private static ProblemException method(HttpRequestMethodNotSupportedException method) {
        var allowed = method.getSupportedMethods();
        var problem = Problem.METHOD_NOT_ALLOWED.plain();
        return allowed == null ? problem : problem.andHeader("Allow", String.join(", ", allowed));
    }

    /// For what is known by its HTTP status only.
    static ProblemException ofStatus(HttpStatusCode status, Exception exception) {
        var problem = ofStatus(status.value());
        if (exception instanceof HttpMediaTypeException media
                && problem.problem() == Problem.UNSUPPORTED_MEDIA) {
            var accepted =
                    media.getSupportedMediaTypes().stream()
                            .map(MediaType::toString)
                            .collect(Collectors.joining(", "));
            return accepted.isEmpty() ? problem : problem.andHeader("Accept", accepted);
        }
        return problem;
    }

    static ProblemException ofStatus(int status) {
        return switch (status) {
            case 401 -> Problem.UNAUTHENTICATED.plain();
            case 403 -> Problem.FORBIDDEN.plain();
            case 404 -> Problem.NOT_FOUND.plain();
            case 405 -> Problem.METHOD_NOT_ALLOWED.plain();
            case 406 -> Problem.NOT_ACCEPTABLE.plain();
            case 409 -> Problem.CONFLICT.plain();
            case 412 -> Problem.STALE.plain();
            case 413 -> Problem.TOO_LARGE.plain();
            case 415 -> Problem.UNSUPPORTED_MEDIA.plain();
            case 422 -> Problem.INVALID.plain();
            case 429 -> Problem.TOO_MANY.plain();
            case 503 -> Problem.OVERLOADED.plain().retryAfter(1);
            default ->
                    status >= 400 && status < 500
                            ? Problem.UNREADABLE.plain()
                            : Problem.INTERNAL.plain();
        };
    }
}
