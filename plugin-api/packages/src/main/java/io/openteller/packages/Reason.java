package io.openteller.packages;

/** Why a package is refused; in the order in which a package is looked at. */
public enum Reason {
    /** The zip is larger than may be looked at, or would unpack to more than may be unpacked. */
    TOO_LARGE,
    NOT_A_ZIP,
    TOO_MANY_FILES,
    /** A name that leads out of the package, or that file systems read in different ways. */
    UNSAFE_NAME,
    /** Two files of one name, or of names that differ in upper and lower case only. */
    DUPLICATE_NAME,
    /** A file where no package has one. */
    LAYOUT,
    UNSIGNED,
    /** plugin.json is missing, or says something that cannot be. */
    MANIFEST,
    UNKNOWN_KEY,
    REVOKED_KEY,
    /** The signature is not one of the key that plugin.json names over this hash list. */
    BAD_SIGNATURE,
    /** The hash list cannot be read, or names other files than there are. */
    FILES_DIFFER,
    /** A file is not what was signed. */
    HASH_DIFFERS,
    /** Made for another version of the plugin interface. */
    SPI_RANGE,
    SAME_VERSION_OTHER_CONTENT,
    DOWNGRADE,
    /** Brings its own copy of the plugin interface or of what hosts it. */
    BUNDLED_INTERFACE,
    /** A library asks for code outside of the package. */
    OUTSIDE_CODE,
    NO_EXTENSIONS,
    MISSING_CLASS,
    /** A class that decides what the plugin can do is there twice. */
    AMBIGUOUS_CLASS,
    /** Implements an interface of the platform that plugin.json does not declare. */
    UNDECLARED_CAPABILITY,
    /** Declares an interface, or an operation of one, that no class of it implements. */
    CAPABILITY_NOT_IMPLEMENTED,
    KINDS_DIFFER
}
