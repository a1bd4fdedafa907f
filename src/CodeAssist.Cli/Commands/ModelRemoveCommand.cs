using System.CommandLine;
using CodeAssist.Cli.Output;
using CodeAssist.Models.Configuration;

namespace CodeAssist.Cli.Commands;

/// <summary><c>codeassist model remove</c>: takes a profile out of the user's file.</summary>
internal sealed class ModelRemoveCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string> _name = new("name") { Description = Texts.Get("ProfileHelp") };

    public ModelRemoveCommand(Terminal terminal)
        : base("remove", Texts.Get("ModelRemoveHelp"))
    {
        _terminal = terminal;
        Add(_name);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        var configuration = UserConfiguration.Load();
        var name = arguments.GetRequiredValue(_name);
        if (name == "env")
            throw ToolException.Usage("EnvNotInFile");
        var editor = UserFileEditor.Open();
        if (!editor.RemoveProfile(name))
        {
            var names = configuration.Profiles.Select(profile => profile.Name).Where(known => known != "env").ToList();
            throw names.Count == 0 ? ToolException.Usage("ProfileMissingAll", name) : ToolException.Usage("ProfileMissing", name, string.Join(", ", names));
        }

        editor.Save();
        _terminal.Output.WriteLine(Texts.Get("ProfileRemoved", name, editor.Path));
        return ExitCode.Done;
    }
}
