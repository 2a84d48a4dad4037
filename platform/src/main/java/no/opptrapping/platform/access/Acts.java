package no.opptrapping.platform.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import no.opptrapping.platform.register.Task;

/**
 * A resource method, or all of a resource, that a municipality's representative calls only with the right to this task;
 * without it any of the tasks will do. Asked before anything is looked up, so that a caller without the right is answered
 * the same whatever it asks for.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Acts {
    Task value();
}
