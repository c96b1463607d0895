package org.huying.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says why a handler that changes something existing does not ask for the version its caller saw (`If-Match`).
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Unversioned {

    /// It can only be ended, and ended it stays.
    String ENDS = "it can only be ended";

    /// Each entry says all there is to say of its thing, whatever was said before; saying it again changes nothing.
    String STANDS = "what it says stands, whatever stood before";

    /// Something is added; nothing that stands is overwritten.
    String ADDS = "it adds and overwrites nothing";

    /// One's own session or password, proven by the session itself.
    String OWN = "it is the caller's own";

    /// The step is judged by how the thing stands, not by what the caller saw.
    String WAITS = "it is taken once, when it waits for that";

    String value();
}
