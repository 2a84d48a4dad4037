@NullMarked
package no.opptrapping.grant.forms;

import org.jspecify.annotations.NullMarked;
