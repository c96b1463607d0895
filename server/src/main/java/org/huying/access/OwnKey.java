package org.huying.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks the type of a handler's argument that carries `Idempotency-Key` and `If-Match` itself: whoever takes one sees
/// to both, within the change, and costs no further round trip.
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OwnKey {}
