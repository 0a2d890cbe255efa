package io.openteller.packages;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copying that ends. */
final class Streams {

    private Streams() {}

    /** How many bytes were copied; stops once there were more than {@code most}. */
    static long copied(InputStream in, OutputStream out, long most) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long bytes = 0;
        for (int read = in.read(buffer); read >= 0 && bytes <= most; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            bytes += read;
        }
        return bytes;
    }
}
