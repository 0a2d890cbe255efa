/** {{name}}: {{does}} */
@NullMarked
package {{package}};

import org.jspecify.annotations.NullMarked;
