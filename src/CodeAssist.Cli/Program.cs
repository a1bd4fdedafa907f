using System.Runtime.InteropServices;
using System.Text;
using CodeAssist.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var interruption = new CancellationTokenSource();
Console.CancelKeyPress += Interrupt;
using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
{
    context.Cancel = true;
    interruption.Cancel();
});
return await Cli.RunAsync(args, Console.Out, Console.Error, interruption.Token);

// The first Ctrl+C lets the running step end cleanly; the second is left to the system.
void Interrupt(object? sender, ConsoleCancelEventArgs e)
{
    if (interruption.IsCancellationRequested)
        return;
    e.Cancel = true;
    interruption.Cancel();
}
