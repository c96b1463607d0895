package org.huying.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says why the answer of a changing handler is not kept for its `Idempotency-Key`. Without this it is.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Unkeyed {

    /// The answer or the request holds what must not be stored.
    String SECRET = "a secret is not kept";

    /// Twice does the same as once.
    String HARMLESS = "a second time does no harm";

    String value();
}
