/** The conversation between a municipality and the Directorate about an application. */
@NullMarked
package no.opptrapping.grant.conversation;

import org.jspecify.annotations.NullMarked;
