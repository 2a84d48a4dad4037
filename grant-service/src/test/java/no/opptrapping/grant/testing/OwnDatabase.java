package no.opptrapping.grant.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import no.opptrapping.platform.testing.RealInfrastructure;

/** A database in which nobody else has told of anything, for tests that divide money among everybody there is. */
public class OwnDatabase implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(
                RealInfrastructure.class,
                Map.of(
                        RealInfrastructure.DATABASE,
                        "timelines",
                        RealInfrastructure.AFRESH,
                        "municipality,indicator,report")));
    }
}
