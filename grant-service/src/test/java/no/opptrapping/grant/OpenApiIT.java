package no.opptrapping.grant;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import no.opptrapping.platform.testing.OpenApiContract;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class OpenApiIT {
    @Test
    void committedDocumentIsCurrent() throws IOException {
        OpenApiContract.committedDocumentIsCurrent();
    }

    @Test
    void everySuccessIsDescribed() throws IOException {
        OpenApiContract.everySuccessIsDescribed();
    }

    @Test
    void unknownFormatsAreRefused() throws IOException {
        OpenApiContract.unknownFormatsAreRefused();
    }

    @Test
    void unknownContentTypesAreRefused() throws IOException {
        OpenApiContract.unknownContentTypesAreRefused();
    }

    @Test
    void malformedAddressesAreAnsweredAsDeclared() throws IOException {
        OpenApiContract.malformedAddressesAreAnsweredAsDeclared();
    }

    @Test
    void everythingHasANameOfItsOwn() throws IOException {
        OpenApiContract.everythingHasANameOfItsOwn();
    }

    @Test
    void everyFigureIsDescribed() throws IOException {
        OpenApiContract.everyFigureIsDescribed();
    }

    @Test
    void everyBodyHasAnExample() throws IOException {
        OpenApiContract.everyBodyHasAnExample();
    }
}
