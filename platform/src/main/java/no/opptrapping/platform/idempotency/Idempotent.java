package no.opptrapping.platform.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST resource method that returns <code>Response</code> or <code>RestResponse</code> and whose effect must happen
 * once: the caller sends <code>Idempotency-Key</code>. The same key with the same request gets the first answer again;
 * with another body 422; while the first is in flight 409. The method's work and the record of its answer are one
 * transaction. Only answers of success are kept: a refusal has changed nothing, so it is worked out anew.
 */
@InterceptorBinding
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {
    /**
     * Whether the answer shows the thing at <code>Location</code> as reading it does: then a request that is repeated after
     * the thing has moved on is answered with what it is now ({@link AsItIsNow}), otherwise with the first answer.
     */
    @Nonbinding
    boolean showsTheThing() default true;
}
