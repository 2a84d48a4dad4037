package no.opptrapping.platform.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.platform.register.Task;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a caller that names a municipality which the register does not let it act for, before the operation looks at
 * anything: the answer is the same for what exists and what does not, and for an answer that was kept from a time when
 * it might.
 */
class ActingGate {
    private static final Set<Task> ANYTHING = Set.of(Task.values());

    private final ActingFor actingFor;
    private final CallingMunicipality calling;

    ActingGate(ActingFor actingFor, CallingMunicipality calling) {
        this.actingFor = actingFor;
        this.calling = calling;
    }

    @ServerRequestFilter
    public void refuse(ResourceInfo operation) {
        if (actingFor.isNamed() && isForMunicipalities(operation)) {
            var _ = calling.to(
                    on(operation, Acts.class).map(acts -> Set.of(acts.value())).orElse(ANYTHING));
        }
    }

    private static boolean isForMunicipalities(ResourceInfo operation) {
        return on(operation, RolesAllowed.class)
                .filter(roles -> Arrays.stream(roles.value()).anyMatch(Roles::letsMunicipalitiesIn))
                .isPresent();
    }

    private static <A extends Annotation> Optional<A> on(ResourceInfo operation, Class<A> annotation) {
        return Optional.ofNullable(operation.getResourceMethod())
                .flatMap(method -> Optional.ofNullable(method.getAnnotation(annotation)))
                .or(() -> Optional.ofNullable(operation.getResourceClass())
                        .flatMap(type -> Optional.ofNullable(type.getAnnotation(annotation))));
    }
}
