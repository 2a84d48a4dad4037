package no.opptrapping.platform.body;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import no.opptrapping.platform.values.WrittenText;
import org.jspecify.annotations.Nullable;

/** The name of somebody or something: it has a letter or a digit. */
@Constraint(validatedBy = Name.HasLetterOrDigit.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface Name {
    /** The code of the fault. */
    String message() default "validation.not-a-name";

    /** As every constraint has them. */
    Class<?>[] groups() default {};

    /** As every constraint has it. */
    Class<? extends Payload>[] payload() default {};

    /** What is not there is not judged. */
    final class HasLetterOrDigit implements ConstraintValidator<Name, String> {
        @Override
        public boolean isValid(@Nullable String name, ConstraintValidatorContext context) {
            return name == null || WrittenText.isName(name);
        }
    }
}
