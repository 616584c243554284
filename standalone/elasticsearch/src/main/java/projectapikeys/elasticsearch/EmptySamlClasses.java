package projectapikeys.elasticsearch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.elasticsearch.xpack.security.Security;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Runs in the build: writes an empty type for each OpenSAML and Shibboleth type that the security
 * plugin mentions, so that its SAML realm links. That realm cannot be used; all else can.
 */
public final class EmptySamlClasses {
    private static final Pattern SAML_TYPE = Pattern.compile("(?:org/opensaml|net/shibboleth)/(?:[a-z]\\w*/)+[A-Z][\\w$]*");
    private static final int CONSTANT_UTF8 = 1;

    private EmptySamlClasses() {}

    /** {@code args[0]} is the folder of classes to write into. */
    public static void main(String[] args) throws Exception {
        Set<String> mentioned = new HashSet<>();
        Set<String> extended = new HashSet<>();
        Path jar = Path.of(Security.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (JarFile classes = new JarFile(jar.toFile())) {
            for (JarEntry entry : classes.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
                try (InputStream in = classes.getInputStream(entry)) {
                    ClassReader type = new ClassReader(in);
                    collectMentioned(type, mentioned);
                    extended.add(type.getSuperName());
                }
            }
        }
        for (String name : mentioned) {
            write(Path.of(args[0]), name, extended.contains(name));
        }
    }

    /** Looks into every string of the constant pool: class names, descriptors and signatures alike. */
    private static void collectMentioned(ClassReader type, Set<String> mentioned) {
        for (int i = 1; i < type.getItemCount(); i++) {
            int offset = type.getItem(i);
            if (offset > 0 && type.readByte(offset - 1) == CONSTANT_UTF8) {
                byte[] text = new byte[type.readUnsignedShort(offset)];
                for (int k = 0; k < text.length; k++) {
                    text[k] = (byte) type.readByte(offset + 2 + k);
                }
                Matcher found = SAML_TYPE.matcher(new String(text, StandardCharsets.UTF_8));
                while (found.find()) {
                    mentioned.add(found.group());
                }
            }
        }
    }

    /** An interface passes the verifier wherever its type is used, but for what is extended or caught. */
    private static void write(Path folder, String name, boolean extended) throws IOException {
        boolean exception = name.endsWith("Exception");
        int kind = exception || extended ? Opcodes.ACC_SUPER : Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
        String parent = exception ? "java/lang/Exception" : "java/lang/Object";
        ClassWriter type = new ClassWriter(0);
        type.visit(Opcodes.V21, Opcodes.ACC_PUBLIC | kind, name, null, parent, null);
        type.visitEnd();
        Path file = folder.resolve(name + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, type.toByteArray());
    }
}
