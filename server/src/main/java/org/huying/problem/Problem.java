package org.huying.problem;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/// What can go wrong, as the caller sees it. The code (`not-found` for `NOT_FOUND`) is stable: add constants, never
/// rename or remove one. Details carry no SQL, no class names and no personal data.
public enum Problem {
    UNREADABLE(HttpStatus.BAD_REQUEST, "请求无法读取", "The request cannot be read"),
    INVALID(HttpStatus.UNPROCESSABLE_CONTENT, "请求内容不符合要求", "The request has invalid fields"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "请先登录", "Please sign in first"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "没有权限", "You lack the permission for this"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "没有找到", "There is no such thing"),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED, "不支持此请求方法", "The method is not supported here"),
    NOT_ACCEPTABLE(
            HttpStatus.NOT_ACCEPTABLE, "无法按所要求的格式回答", "The answer cannot be given in that format"),
    CONFLICT(HttpStatus.CONFLICT, "与现有数据冲突", "This conflicts with what is stored"),
    REFUSED(HttpStatus.CONFLICT, "当前不能执行此操作", "This step cannot be taken now"),
    STALE(HttpStatus.PRECONDITION_FAILED, "内容已被他人修改", "Somebody else changed this first"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "请求过大", "The request is too large"),
    UNSUPPORTED_MEDIA(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, "不支持此内容格式", "The content type is not supported"),
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS, "请求过于频繁", "Too many requests"),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "服务器内部错误", "Something went wrong on our side"),
    OVERLOADED(
            HttpStatus.SERVICE_UNAVAILABLE, "服务繁忙，请稍后再试", "The service is busy, please try again");

    private final HttpStatus status;
    private final String zh;
    private final String en;

    Problem(HttpStatus status, String zh, String en) {
        this.status = status;
        this.zh = zh;
        this.en = en;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public HttpStatus status() {
        return status;
    }

    public String title(Language language) {
        return language.pick(zh, en);
    }

    public ProblemException with(String zhDetail, String enDetail) {
        return new ProblemException(this, zhDetail, enDetail);
    }

    /// Without a detail: the title says it all.
    public ProblemException plain() {
        return with(zh, en);
    }
}
