package no.opptrapping.platform.body;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A member that only some kinds of a record use, which its component {@code kind} tells apart. The API document shows a
 * schema for each kind, with what all have and what that kind uses.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface UsedBy {
    /** The kinds, as they are written in JSON. */
    String[] value();

    /** Whether none of them can do without it. */
    boolean needed() default false;
}
