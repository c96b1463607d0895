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
    OVERTAKEN(HttpStatus.CONFLICT, "别人同时先做了一步", "Somebody else took a step at the same moment"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "请求过大", "The request is too large"),
    ITEM_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT, "没有这个事项", "There is no such item"),
    PLACE_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT, "没有这个地方", "There is no such place"),
    UNIT_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT, "没有这个单位", "There is no such unit"),
    NO_RULE(HttpStatus.CONFLICT, "没有规则能定派给谁，请选定单位", "No rule leads to a unit; name one"),
    ATTACHMENT_UNKNOWN(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "有照片没有传上来，或已经用过",
            "A picture is missing or used already"),
    KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "这个 Idempotency-Key 用在了别的内容上",
            "This Idempotency-Key was used for something else"),
    KEY_IN_USE(
            HttpStatus.CONFLICT,
            "带这个 Idempotency-Key 的请求正在处理",
            "The request with this Idempotency-Key is still under way"),
    ANSWER_NOT_KEPT(
            HttpStatus.CONFLICT,
            "这个请求已经办成，但当时的回答没有留存",
            "This request was carried out, but the answer it had was not kept"),
    VERSION_MISSING(
            HttpStatus.PRECONDITION_REQUIRED,
            "请用 If-Match 带上看到的版本",
            "Name the version you saw in If-Match"),
    UNSUPPORTED_MEDIA(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, "不支持此内容格式", "The content type is not supported"),
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS, "请求过于频繁", "Too many requests"),
    LOGIN_REFUSED(
            HttpStatus.UNAUTHORIZED,
            "账号或密码不正确，或账号已锁定",
            "Login or password is wrong, or the account is locked"),
    SECOND_FACTOR_NEEDED(
            HttpStatus.UNAUTHORIZED, "请输入动态验证码", "The code of the second factor is needed"),
    SECOND_FACTOR_REFUSED(
            HttpStatus.UNAUTHORIZED, "动态验证码不正确", "The code of the second factor is wrong"),
    PASSWORD_CHANGE_NEEDED(HttpStatus.FORBIDDEN, "请先修改密码", "The password must be changed first"),
    SECOND_FACTOR_ENROLMENT_NEEDED(
            HttpStatus.FORBIDDEN, "请先启用动态验证码", "A second factor must be enrolled first"),
    CSRF_REFUSED(HttpStatus.FORBIDDEN, "缺少或错误的 X-CSRF-Token", "X-CSRF-Token is missing or wrong"),
    CODE_REFUSED(HttpStatus.UNAUTHORIZED, "验证码不正确或已失效", "The code is wrong or no longer valid"),
    CODE_SENDER_MISSING(
            HttpStatus.SERVICE_UNAVAILABLE, "尚未配置短信发送", "Sending codes is not configured here"),
    LOGIN_TAKEN(HttpStatus.CONFLICT, "账号名已被使用", "This login is taken"),
    ROLE_REFUSED(HttpStatus.CONFLICT, "不能授予此角色", "This role cannot be given"),
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
