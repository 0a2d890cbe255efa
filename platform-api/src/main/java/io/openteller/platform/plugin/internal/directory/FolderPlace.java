package io.openteller.platform.plugin.internal.directory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

record FolderPlace(Path folder) implements Place {

    @Override
    public String words() {
        return folder.toString();
    }

    @Override
    public boolean far() {
        return false;
    }

    @Override
    public byte[] read(String file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new IOException(file + " is too large");
            }
            return bytes;
        } catch (NoSuchFileException missing) {
            throw new IOException("there is no " + file, missing);
        }
    }
}
