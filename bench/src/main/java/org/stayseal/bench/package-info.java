/** Speed beside the limit. Nothing depends on this, and no test looks at a clock. */
@NullMarked
package org.stayseal.bench;

import org.jspecify.annotations.NullMarked;
