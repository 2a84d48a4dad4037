package no.opptrapping.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RolesTest {
    @Test
    void everyRoleOfAPersonIsOfTheStaff() {
        assertThat(Roles.of(Roles.STAFF))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Role.values()).map(Role::claim).toList());
    }

    @Test
    void whoeverHasARoleIsInItsGroups() {
        assertThat(Roles.withGroups(Set.of(Roles.CONTROLLER)))
                .containsExactlyInAnyOrder(Roles.CONTROLLER, Roles.STAFF, Roles.NATIONAL_STAFF);
        assertThat(Roles.withGroups(Set.of(Roles.MUNICIPALITY_WRITE)))
                .containsExactlyInAnyOrder(Roles.MUNICIPALITY_WRITE, Roles.MUNICIPALITY);
        assertThat(Roles.withGroups(Set.of())).isEmpty();
    }

    @Test
    void municipalitiesAreLetInByTheirGroupAsByTheirRoles() {
        assertThat(Roles.letsMunicipalitiesIn(Roles.MUNICIPALITY)).isTrue();
        assertThat(Roles.letsMunicipalitiesIn(Roles.MUNICIPALITY_READ)).isTrue();
        assertThat(Roles.letsMunicipalitiesIn(Roles.STAFF)).isFalse();
    }
}
