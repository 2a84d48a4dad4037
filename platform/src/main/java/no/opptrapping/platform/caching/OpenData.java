package no.opptrapping.platform.caching;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Which operations are open data: those that anybody may call, as they themselves declare. */
final class OpenData {
    private final Map<Method, Boolean> known = new ConcurrentHashMap<>();

    boolean isServedBy(Method method) {
        return known.computeIfAbsent(method, OpenData::isOpen);
    }

    private static boolean isOpen(Method method) {
        return saysWho(method) ? isOpenByItself(method) : isOpenByItself(method.getDeclaringClass());
    }

    private static boolean isOpenByItself(AnnotatedElement element) {
        return element.isAnnotationPresent(PermitAll.class);
    }

    private static boolean saysWho(Method method) {
        return Stream.of(PermitAll.class, RolesAllowed.class, DenyAll.class, Authenticated.class)
                .anyMatch(method::isAnnotationPresent);
    }
}
