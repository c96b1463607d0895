package org.huying.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names the permission (`module:noun:verb`) that a handler asks for. A handler without one is refused at run time and
/// fails the build.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Permit {

    /// Anyone, signed in or not.
    String OPEN = "open";

    /// Anyone who is signed in.
    String SIGNED_IN = "signed-in";

    String value();

    /// Whether the grants must cover the county as a whole, because what is asked about belongs to no smaller area:
    /// accounts, roles, the audit, the calendar, the playbook. For others the county is not there.
    boolean whole() default false;
}
