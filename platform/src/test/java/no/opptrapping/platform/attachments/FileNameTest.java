package no.opptrapping.platform.attachments;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    @Test
    void aNameIsReadInEveryFormThatHttpHas() {
        assertThat(FileName.of("attachment; filename=plan.pdf")).contains("plan.pdf");
        assertThat(FileName.of("attachment; filename=\"min plan.pdf\"")).contains("min plan.pdf");
        assertThat(FileName.of("attachment; filename=\"a \\\"b\\\".pdf\"")).contains("a \"b\".pdf");
        assertThat(FileName.of("attachment; filename=\"x.pdf\"; filename*=UTF-8''s%C3%B8knad.pdf"))
                .contains("søknad.pdf");
        assertThat(FileName.of("attachment; filename*=iso-8859-1'nb's%F8knad.pdf"))
                .contains("søknad.pdf");
        var asServersReadIt = new String("søknad.pdf".getBytes(UTF_8), ISO_8859_1);
        assertThat(FileName.of("attachment; filename=\"" + asServersReadIt + "\""))
                .contains("søknad.pdf");
    }

    @Test
    void aNameHasNoPath() {
        assertThat(FileName.of("attachment; filename=\"../../etc/passwd.csv\"")).contains("passwd.csv");
        assertThat(FileName.of("attachment; filename*=UTF-8''..%2F..%2Fa.pdf")).contains("a.pdf");
        assertThat(FileName.of("attachment; filename=\"C:\\\\temp\\\\a.pdf\"")).contains("a.pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attachment",
                "attachment; filename=\"\"",
                "attachment; filename=\"...\"",
                "attachment; filename*=UTF-8''a%00.pdf",
                "attachment; filename*=UTF-8''a%0d%0aSet-Cookie.pdf",
                "attachment; filename*=UTF-8''gnp%E2%80%AE.pdf",
                "attachment; filename*=UTF-8''a%C3.pdf",
                "attachment; filename*=UTF-8''a%2.pdf"
            })
    void whatIsNoReadableNameIsNone(String disposition) {
        assertThat(FileName.of(disposition)).isEmpty();
    }

    @Test
    void aNameIsNeitherMissingNorEndless() {
        assertThat(FileName.of(null)).isEmpty();
        assertThat(FileName.of("attachment; filename=" + "a".repeat(201))).isEmpty();
    }

    @Test
    void aDownloadSaysTheNameSoThatNothingCanBeAddedToTheHeader() {
        assertThat(FileName.disposition("søknad \"2025\"; x.pdf"))
                .isEqualTo("attachment; filename=\"s_knad _2025__ x.pdf\";"
                        + " filename*=UTF-8''s%C3%B8knad%20%222025%22%3B%20x.pdf");
    }
}
