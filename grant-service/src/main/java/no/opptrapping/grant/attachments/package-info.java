/** Attachments of applications: written by the municipality that applies, read by whoever may see the application. */
@NullMarked
package no.opptrapping.grant.attachments;

import org.jspecify.annotations.NullMarked;
