/*
 * Loaded before the C library into a wizard that is tested by somebody else than root: the wizard
 * lets nobody look into its memory, and then neither the test's terminal can see exactly when it is
 * at rest, nor the sanitizers whether it leaks.
 */
#include <stdarg.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

int prctl(int option, ...)
{
	unsigned long words[4];
	va_list arguments;
	if (option == PR_SET_DUMPABLE)
		return 0;
	va_start(arguments, option);
	for (int i = 0; i < 4; i++)
		words[i] = va_arg(arguments, unsigned long);
	va_end(arguments);
	return (int)syscall(SYS_prctl, option, words[0], words[1], words[2], words[3]);
}
