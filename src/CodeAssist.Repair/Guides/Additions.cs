namespace CodeAssist.Repair.Guides;

/// <summary>What an edit may add to code that it otherwise only writes in another way.</summary>
[Flags]
public enum Additions
{
    /// <summary>The code may not be written in another way.</summary>
    None = 0,

    /// <summary>It may, and nothing is added.</summary>
    Nothing = 1,

    /// <summary>A test for null that throws.</summary>
    Guard = 2,

    /// <summary>The disposal of a variable where the code is left that uses it.</summary>
    Disposal = 4,

    /// <summary>A list of what a query yields, in place of the query.</summary>
    Snapshot = 8,

    /// <summary>A call of the base member, or of <c>GC.SuppressFinalize</c>, as the last that is done.</summary>
    LastCall = 16,

    /// <summary>What is done where a value is null that nothing tested before.</summary>
    NullCase = 32,

    /// <summary>A throw where a value is null that nothing tested before, or that one statement is left out just then, or that an exit takes that case too.</summary>
    NullExit = 64,
}
