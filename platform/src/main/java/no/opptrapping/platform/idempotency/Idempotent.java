package no.opptrapping.platform.idempotency;

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
public @interface Idempotent {}
