using System.CommandLine;
using CodeAssist.Cli.Output;

namespace CodeAssist.Cli.Commands;

/// <summary><c>codeassist model</c>: the models that the user has connected.</summary>
internal sealed class ModelCommand : Command
{
    public ModelCommand(Terminal terminal)
        : base("model", Texts.Get("ModelCommandHelp"))
    {
        Add(new ModelListCommand(terminal));
        Add(new ModelAddCommand(terminal));
        Add(new ModelTestCommand(terminal));
        Add(new ModelRemoveCommand(terminal));
    }
}
