namespace CodeAssist.Repair.Guides;

/// <summary>
/// What a right repair of a diagnostic may do, as data: the gate rejects what is not allowed here, and the prompt
/// and the rule's page say it in words. Without an allowance the answer is no.
/// </summary>
public sealed record Allowance
{
    /// <summary>
    /// The effects that may vanish, appear or change within the flagged statement. Outside the flagged statement
    /// nothing may, but for what the other properties allow.
    /// </summary>
    public EffectKinds Within { get; init; }

    /// <summary>The effects that may appear, and only appear, beside the flagged statement (a log call in a catch, a guard before a use).</summary>
    public EffectKinds Beside { get; init; }

    /// <summary>Whether what may appear beside the flagged statement may become part of a statement that is there (a copy of what a loop iterates over).</summary>
    public bool IntoStatements { get; init; }

    /// <summary>The effects that the flagged code may gain but not lose, where <see cref="Within"/> has them too.</summary>
    public EffectKinds OnlyGain { get; init; }

    /// <summary>
    /// The effects that the flagged code may lose although they are weighty, where <see cref="Within"/> has them too: a
    /// break that should not be there, the write of <c>i = i++</c>.
    /// </summary>
    public EffectKinds MayLose { get; init; }

    /// <summary>The effects of which a repair must bring at least one of each kind (an await, where one was missing).</summary>
    public EffectKinds Requires { get; init; }

    /// <summary>Changes of the flagged code that are allowed one by one, beside the kinds that <see cref="Within"/> allows.</summary>
    public IReadOnlyList<EffectSwap> Swaps { get; init; } = [];

    /// <summary>How much code is flagged.</summary>
    public Extent Extent { get; init; }

    /// <summary>What of the string literals stays where literals may change.</summary>
    public Wording Wording { get; init; }

    /// <summary>Whether the conditions of the flagged code stay as they are, or go as a whole.</summary>
    public bool KeepConditions { get; init; }

    /// <summary>Whether what the flagged code does several times may be left but once, with the conditions that only chose among them.</summary>
    public bool DropRepetition { get; init; }

    /// <summary>Whether a return may be added where the code that follows does nothing else than return the same.</summary>
    public bool ReturnAtEnd { get; init; }

    /// <summary>
    /// Whether a call that waits for a task may give way to an await of it: <c>Wait()</c>, <c>Result</c>,
    /// <c>GetAwaiter().GetResult()</c>.
    /// </summary>
    public bool AwaitForWait { get; init; }

    /// <summary>Whether what is added stands around the flagged expression, not inside it (a conversion of its result).</summary>
    public bool OnlyAround { get; init; }

    /// <summary>Whether an argument may move to another parameter of the same call (CDA1006).</summary>
    public bool MoveArguments { get; init; }

    /// <summary>Whether the flagged statement may be put into a new loop, condition or handler, together with what that needs.</summary>
    public bool EncloseFlagged { get; init; }

    /// <summary>The calls that may appear beside the flagged statement, as patterns; empty for any, where <see cref="Beside"/> has calls.</summary>
    public IReadOnlyList<string> CallsBeside { get; init; } = [];

    /// <summary>The calls that may appear, as patterns, besides those that the member makes already; empty for any, where the kinds allow calls.</summary>
    public IReadOnlyList<string> NewCalls { get; init; } = [];

    /// <summary>
    /// Whether a literal that appears must say nothing (null, a default, zero, an empty text, a word for what is missing),
    /// or stand in the member already.
    /// </summary>
    public bool PlainLiterals { get; init; }

    /// <summary>The effects of the flagged code that may stand in another order and nothing else: none more and none fewer, but for the swaps.</summary>
    public EffectKinds Rearranges { get; init; }

    /// <summary>Whether a name that appears must be the one that fits best, where one in scope fits: the one of the message, of the target, of the parallel operand.</summary>
    public bool FittingName { get; init; }

    /// <summary>Whether what is written anew must be what the diagnostic names.</summary>
    public bool WritesNamed { get; init; }

    /// <summary>Whether an object that appears must be made of nothing: no arguments but what is at hand, no elements (CS8618).</summary>
    public bool OnlyEmpty { get; init; }

    /// <summary>Whether the flagged variable may get its fallback, or a throw, where it gets its value, provided that nothing reads it in between.</summary>
    public bool FallbackAtDeclaration { get; init; }

    /// <summary>Whether the flagged statement may stand further up, as it is, where what it comes to stand before has no effect that it would skip (CDA1026, CS8120).</summary>
    public bool MoveUp { get; init; }

    /// <summary>Whether a new local may hold what was written out before, wherever the local is used (CDA1029, CDA2012).</summary>
    public bool ExtractLocal { get; init; }

    /// <summary>Whether the arm of a named value may say something of its own, where any other arm that is added throws (CS8509).</summary>
    public bool ArmsByName { get; init; }

    /// <summary>Whether a handler that stays as wide as it was must tell of its exception, or throw (CDA3001).</summary>
    public bool TellsOrNarrows { get; init; }

    /// <summary>Whether the code that was missing must be there: something that acts, or that computes from what is given (CDA5001, CDA5002).</summary>
    public bool WritesCode { get; init; }

    /// <summary>Whether releases may move into the finally block of a try statement that begins right behind the flagged acquisition (CDA2010).</summary>
    public bool ReleaseInFinally { get; init; }

    /// <summary>Whether the handler must be one that the type subscribes to the same event (CDA1029).</summary>
    public bool OnlySubscribed { get; init; }

    /// <summary>Whether comparisons that appear compare the same state of two objects (CDA1024).</summary>
    public bool SameState { get; init; }

    /// <summary>Whether the variable that is flagged may get another name, at its declaration and wherever it is used.</summary>
    public bool RenameVariable { get; init; }

    /// <summary>Whether a variable of whole numbers may become one that holds larger ones.</summary>
    public bool WidensVariable { get; init; }

    /// <summary>The tokens of the member's header that may change: what is there, and what may come in its place, their tokens parted by blanks, <c>*</c> for the rest of a word; both may be empty.</summary>
    public IReadOnlyList<(string From, string To)> SignatureSwaps { get; init; } = [];

    /// <summary>Whether members that a base type or an interface asks for may be added to the flagged type (CS0534, CS0535).</summary>
    public bool ImplementMembers { get; init; }

    /// <summary>Whether the flagged code must go on reading the variables and members that it reads, and no others.</summary>
    public bool KeepReads { get; init; }

    /// <summary>Whether the flagged code must go on reading the variables and members that it reads, beside others.</summary>
    public bool KeepSources { get; init; }

    /// <summary>Whether the members of types that the flagged code reads stay as they are, where only variables may change (CDA1033).</summary>
    public bool KeepConstants { get; init; }

    /// <summary>Whether what is asked must not be asked the other way round, however it is written.</summary>
    public bool KeepPolarity { get; init; }

    /// <summary>Whether a call or member that appears must be one that the message names, or another form of one that went.</summary>
    public bool NamedCalls { get; init; }

    /// <summary>How many effects the flagged code may gain at most; null for any number.</summary>
    public int? MostGained { get; init; }

    /// <summary>Whether the flagged code may be deleted (CS0162, CS0219).</summary>
    public bool DeleteFlagged { get; init; }

    /// <summary>Whether what is deleted must be there elsewhere: an arm that says what another one says (CS8120).</summary>
    public bool DeletesOnlyRepeated { get; init; }

    /// <summary>Whether the member may become <c>async</c> (its signature staying as it is for callers).</summary>
    public bool BecomeAsync { get; init; }

    /// <summary>Whether a private member or local function may be added for the region's use.</summary>
    public bool AddHelper { get; init; }

    /// <summary>Whether a caught exception may be narrowed to a more special type, or given a name or a filter.</summary>
    public bool NarrowCatch { get; init; }

    /// <summary>Whether a return, throw or arm may be added at an open end (CS0161, CS8509).</summary>
    public bool CloseOpenEnd { get; init; }

    /// <summary>Whether the flagged statement, as it is, may become the last part of the construct that ends right before it (CDA1015: braces around both).</summary>
    public bool JoinConstruct { get; init; }

    /// <summary>Whether the flagged declaration, as it is, may stand elsewhere among the members of its type (CDA1017).</summary>
    public bool MoveDeclaration { get; init; }

    /// <summary>
    /// Whether one branch of the decision that is flagged, or that holds the flagged code, may change in place of the
    /// flagged code (CDA1003, CDA1004): as <see cref="Within"/> says, and by other calls and writes, as many as before.
    /// </summary>
    public bool OneBranch { get; init; }

    /// <summary>Whether the condition of a for loop may change in place of its flagged step (CDA1014).</summary>
    public bool OrCondition { get; init; }

    /// <summary>Whether the whole body of a member is flagged where its header is (CDA1024).</summary>
    public bool WholeBody { get; init; }

    /// <summary>
    /// Whether the member may be written in any other way that means the same, and what may come with that: the
    /// diagnostic is about how something is written, or about what is missing, and not about what the code does.
    /// </summary>
    public Additions SameBut { get; init; }

    /// <summary>Whether nothing else is right: what the code does stays as it is, but for what <see cref="SameBut"/> has.</summary>
    public bool OnlySameMeaning { get; init; }

    /// <summary>In how many places the meaning of the member may change at most, beside the handling of null; null for any number.</summary>
    public int? MostPlaces { get; init; }

    /// <summary>Nothing beyond the flagged statement, and within it nothing that counts as an effect.</summary>
    public static Allowance None { get; } = new();
}
