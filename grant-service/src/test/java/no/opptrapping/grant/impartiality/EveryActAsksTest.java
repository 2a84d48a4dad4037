package no.opptrapping.grant.impartiality;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.opptrapping.platform.access.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

/**
 * Everything that a person of the administration can do asks whether they are impartial (forvaltningsloven § 6), or says
 * here why it is no act in a scheme. Each operation is followed through what it calls until it asks.
 */
class EveryActAsksTest {
    private static final String ROOT = "no.opptrapping.grant";
    private static final Set<Class<? extends Annotation>> CHANGES =
            Set.of(POST.class, PUT.class, PATCH.class, DELETE.class);

    /** Operations that prepare and decide nothing in a scheme, with the reason. */
    private static final Map<String, String> NO_ACT_IN_A_SCHEME = Map.of(
            "recordDisqualification", "somebody has to record it, the person themselves too",
            "endDisqualification", "nobody ends their own, which it asks for itself",
            "addScheme", "there is no scheme yet that anybody could be disqualified in",
            "addCostKey", "the key is of the framework grant and of no scheme",
            "chooseLetterChannel", "how a municipality gets its letters, of whatever scheme",
            "exportAccounts", "a month of the whole ledger is handed over as it stands; nothing is decided");

    @Test
    void everyActOfTheAdministrationAsksWhetherThePersonIsImpartial() {
        assertThat(silent(ROOT, new ImportOption.DoNotIncludeTests()))
                .containsExactlyInAnyOrderElementsOf(NO_ACT_IN_A_SCHEME.keySet());
    }

    @Test
    void anActThatDoesNotAskIsFound() {
        assertThat(silent(ROOT + ".impartiality", new ImportOption.OnlyIncludeTests()))
                .containsExactly("actWithoutAsking");
    }

    private static List<String> silent(String in, ImportOption which) {
        return new ClassFileImporter()
                .withImportOption(which).importPackages(in).stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(EveryActAsksTest::isChangedByStaff)
                        .filter(method -> !asks(method, new HashSet<>()))
                        .map(EveryActAsksTest::operation)
                        .sorted()
                        .toList();
    }

    private static boolean isChangedByStaff(JavaMethod method) {
        return CHANGES.stream().anyMatch(method::isAnnotatedWith)
                && roles(method).anyMatch(role -> Roles.of(Roles.STAFF).contains(role));
    }

    private static Stream<String> roles(JavaMethod method) {
        return method
                .tryGetAnnotationOfType(RolesAllowed.class)
                .or(() -> method.getOwner().tryGetAnnotationOfType(RolesAllowed.class))
                .stream()
                .flatMap(allowed -> Arrays.stream(allowed.value()))
                .flatMap(role -> Roles.of(role).stream());
    }

    private static String operation(JavaMethod method) {
        return method.getAnnotations().stream()
                .filter(one -> one.getRawType().isEquivalentTo(Operation.class))
                .findFirst()
                .map(JavaAnnotation::getProperties)
                .map(properties -> (String) properties.get("operationId"))
                .orElseGet(method::getFullName);
    }

    private static boolean asks(JavaCodeUnit unit, Set<JavaCodeUnit> seen) {
        return seen.add(unit)
                && (unit.getCallsFromSelf().stream()
                                .anyMatch(call ->
                                        isTheQuestion(call.getTargetOwner().getName(), call.getName()))
                        || called(unit).anyMatch(next -> asks(next, seen)));
    }

    private static boolean isTheQuestion(String owner, String method) {
        return (owner.equals(Impartiality.class.getName()) && method.equals("require"))
                || (owner.equals(Disqualifications.class.getName()) && method.equals("covers"));
    }

    private static Stream<JavaCodeUnit> called(JavaCodeUnit unit) {
        return Stream.concat(unit.getCallsFromSelf().stream(), unit.getCodeUnitReferencesFromSelf().stream())
                .map(access -> access.getTarget().resolveMember())
                .flatMap(Optional::stream)
                .map(JavaCodeUnit.class::cast)
                .filter(next -> next.getOwner().getPackageName().startsWith(ROOT));
    }

    /** An operation that changes something, and asks nobody. */
    static class ForgetfulResource {
        @POST
        @RolesAllowed(Roles.ADVISER)
        @Operation(operationId = "actWithoutAsking")
        public void act() {
            prepared();
        }

        private void prepared() {
            decided();
        }

        private static void decided() {
            // Nothing is decided here.
        }
    }
}
