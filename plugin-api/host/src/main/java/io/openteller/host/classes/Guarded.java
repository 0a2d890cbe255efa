package io.openteller.host.classes;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/**
 * Some ways out are methods of classes that plugins need, such as {@code System.exit}. A class that has a call of one gets a
 * refusal before it; a class that has none stays as it is.
 */
final class Guarded {

    private static final ClassDesc REFUSAL = ClassDesc.of(Refusal.class.getName());
    private static final MethodTypeDesc TEXT_TO_NOTHING =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);

    private Guarded() {}

    /** @throws NoClassDefFoundError if the class takes such a method as a value, where no refusal can stand before it */
    static byte[] of(byte[] plain, String name, ClassLoader loader) {
        ClassModel model = ClassFile.of().parse(plain);
        if (!calls(model, name)) {
            return plain;
        }
        ClassHierarchyResolver known = ClassHierarchyResolver.ofResourceParsing(loader)
                .orElse(ClassHierarchyResolver.defaultResolver())
                .cached();
        return ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(known))
                .transformClass(model, ClassTransform.transformingMethodBodies((code, element) -> {
                    if (element instanceof InvokeInstruction call
                            && WaysOut.closed(call.owner().asInternalName(), call.name().stringValue())) {
                        code.loadConstant(named(call.owner().asInternalName(), call.name().stringValue()));
                        code.invokestatic(REFUSAL, "refuse", TEXT_TO_NOTHING);
                    }
                    code.with(element);
                }));
    }

    private static boolean calls(ClassModel model, String name) {
        boolean found = false;
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof MethodHandleEntry value && closed(value.reference())) {
                throw new NoClassDefFoundError(name + " refers to something that is closed: "
                        + WaysOut.rule(named(value.reference().owner().asInternalName(), value.reference().name().stringValue())));
            }
            found |= entry instanceof MemberRefEntry member && closed(member);
        }
        return found;
    }

    private static boolean closed(MemberRefEntry member) {
        return WaysOut.closed(member.owner().asInternalName(), member.name().stringValue());
    }

    private static String named(String owner, String method) {
        return owner.replace('/', '.') + "." + method;
    }
}
