package no.opptrapping.reporting;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import no.opptrapping.platform.testing.RealInfrastructure;

/** The service with a real database, broker and issuer; the same for every test, so that it starts once. */
public class ReportingApplication implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("opptrapping.obligations.look-every", "1s");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(RealInfrastructure.class, Map.of(RealInfrastructure.DATABASE, "reporting")));
    }
}
