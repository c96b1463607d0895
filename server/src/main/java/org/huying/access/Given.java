package org.huying.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Handlers are given values of this type by the server, from what it knows of the caller; no request spells them.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Given {}
