package no.opptrapping.platform.attachments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is accepted as an attachment. */
public enum FileType {
    PDF(FileType.MEDIA_PDF, "pdf"),
    PNG(FileType.MEDIA_PNG, "png"),
    JPEG(FileType.MEDIA_JPEG, "jpg jpeg"),
    DOCX(FileType.MEDIA_DOCX, "docx"),
    XLSX(FileType.MEDIA_XLSX, "xlsx"),
    CSV(FileType.MEDIA_CSV, "csv");

    public static final String MEDIA_PDF = "application/pdf";
    public static final String MEDIA_PNG = "image/png";
    public static final String MEDIA_JPEG = "image/jpeg";
    public static final String MEDIA_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public static final String MEDIA_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String MEDIA_CSV = "text/csv";

    private final String mediaType;
    /** Separated by spaces. */
    private final String extensions;

    FileType(String mediaType, String extensions) {
        this.mediaType = mediaType;
        this.extensions = extensions;
    }

    /** Its media type (IANA). */
    public String mediaType() {
        return mediaType;
    }

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with the code; an unknown one is a bug. */
    public static FileType of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    static Optional<FileType> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }

    /** Whether a file of this type may be called so. */
    boolean fits(String name) {
        var dot = name.lastIndexOf('.');
        return dot >= 0
                && List.of(extensions.split(" ", -1))
                        .contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
